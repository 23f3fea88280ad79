"""Data types, errors and files, shared by every layer; no torch, no Qt, no signal processing.

Glossary (one word for one thing):

3DMM         a 3D morphable face model: a mesh and the bases that move it
rig          a 3DMM ready for use: mesh, bases and the names of its channels
channel      one thing that a rig can move, such as jawOpen; over time it is a curve
component    one of lips, expression and pose; each channel belongs to one
blendshape   a named shape of the mesh, such as the 52 of ARKit
identity     the coefficients of a person's face on the rig's identity basis
coefficient  a value on a basis of a 3DMM: 0 to 1 for a blendshape, standard deviations for identity
motion       all curves of a rig, 25 frames a second
take         one generated or imported motion of a project, with its seed
segment      a time range of a take
pinned frame a frame whose values are given to the network and come back unchanged
phoneme      a speech sound with times; a viseme is the mouth shape of a class of them
transcript   the words of a recording with times
landmark     a named point of a face, in a picture or on the rig
portrait     the still picture that is brought to life
frame        one instant of motion or video; a step of audio analysis is a hop
window       a stretch of frames denoised at once
network      an ``nn.Module``; its tensors on disk are weights
checkpoint   what training writes to go on: weights, optimiser, step
timestep     position in the noise schedule; time is always seconds
condition    what steers a network; guidance is how strongly
"""
