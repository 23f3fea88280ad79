<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Dimitra Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A portrait and a recording become a talking head: lips, expression and head pose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0. The licences of the weights and of the libraries are beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks run on {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy what a report of an error needs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdjustPopover</name>
    <message>
        <source>Zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mean of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value that stays where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How slowly the change comes in at the ends of the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ease</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AdjustmentTable</name>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make movements larger or smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a value to the whole range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out trembling that is faster than this many frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simplify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simplify {channels} to {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tolerance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the curve by a smooth one through few keys, this near to it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>A portrait and a recording become a talking head, with curves that you can edit.
Correct the words, generate again what displeases, export video or curves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelChooser</name>
    <message>
        <source>Find a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only channels whose name has these letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen channel is worked on; ticked ones are shown with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This component is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was edited by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelFilter</name>
    <message>
        <source>Filter channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a name, or a region: brows, eyes, jaw, mouth, cheeks, nose, tongue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the channels in the open lists</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelList</name>
    <message>
        <source>Channels of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {name} alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all channels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelModel</name>
    <message>
        <source>Beyond the limits of the rig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChannelOrder</name>
    <message>
        <source>Rig order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active at playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jaw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cheeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tongue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClosingController</name>
    <message>
        <source>Jobs are running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the running jobs and close?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What they have not finished is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CollapsibleSection</name>
    <message>
        <source>Fold this section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold this section</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few letters are enough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands that fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command fits.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin an empty project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a finished clip to look around in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the project to its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the project to another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a portrait…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a picture with one face as the portrait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a recording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a recording of speech.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track a video…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the face of a video into a take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a transcript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the words from a text, TextGrid, SRT, WebVTT or JSON file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the transcript…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the words and their times for other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at portrait, recording, transcript and machine, and say what could be better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a video, pictures or curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the project and show the welcome page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last step back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do the step again that was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the chosen channel within the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste at the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the copied curve down from the playhead on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste mirrored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the copied curve down on the other side of the face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select the whole recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language, look, autosave and device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the playhead, or stop there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the selected range once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play or pause while typing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As Space does, from within the transcript.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuttle backwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play backwards; again for twice and four times the speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuttle stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; held down, J and L go frame by frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shuttle forwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play; again for twice and four times the speed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go one frame back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go one frame on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten frames back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go ten frames back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ten frames on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go ten frames on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the playhead at the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the playhead at the end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous word or marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the word or marker before the playhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next word or marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the word or marker after the playhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the selection begin at the playhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the selection end at the playhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the selection, or everything, again and again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play without sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the whole recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the timeline with the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to what the timeline showed before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less of the time, larger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more of the time, smaller.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the sounds by pitch below the waveform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scroll along while playing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a channel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type part of a channel&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the channels of every group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold all groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide the channels of every group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a marker at the playhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag keys, or a box around them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the curve by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the chosen curve where it is at the playhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the curve run free of the selected keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select every key of the chosen curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the key before the playhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the key after the playhead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the trembling out of the curve within the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simplify to keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the curve within the selection by few keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the sides of the face within the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop what was set by hand within the selection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let generation give back these frames unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave these frames to generation again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bake the edits into a take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a take of what is shown, with all that was set by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft from the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what a recogniser hears, to be corrected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find again when each word is said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the cursor into the text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next doubtful word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the next word that was hardly heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous doubtful word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the word before that was hardly heard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the text and give the keys back to the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new take of the whole recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new take that differs within the selection alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate changed segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new take where words were changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop what is being done; nothing is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep generation and edits away from the lips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep generation and edits away from the expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the head pose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep generation and edits away from the head pose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show take B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change between the project and the take that it is compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use take B in the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selection from the take that is compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the talking portrait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the 3D head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait and mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show both side by side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesh from the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the 3D head from the front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesh from the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the 3D head&apos;s left side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesh from the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the 3D head&apos;s right side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put camera and zoom of the preview back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the edges of the mesh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through shaded, skin and portrait.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the landmarks over the face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace: inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange the panels for looking at curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace: transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange the panels for working on the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workspace: export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrange the panels for looking at the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put all panels back where they were at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you want to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List every command with its keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the files that errors are written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Dimitra Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, licences and what runs beneath.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Components</name>
    <message>
        <source>Lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveEditorView</name>
    <message>
        <source>Mirror {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste into {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste mirrored into {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {keys} of {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key to {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{frames}, {count} keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurveSteps</name>
    <message>
        <source>{count} channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurvesController</name>
    <message>
        <source>Reset to generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin the edited frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bake the edits</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>This project was never saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved file is gone or cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs from the saved file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The saved file is newer; keep both to compare them at leisure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves edited by hand: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More takes: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes removed: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes changed: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other takes are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The transcript is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The portrait is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other frames are pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other components are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strengths are others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The markers are others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound&apos;s delay is another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other words wait for new motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is another</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DocumentController</name>
    <message>
        <source>Projects (*{suffix})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where is {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Where files can be dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the files anywhere; each finds its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture with one face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speech, or a video for its sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video to track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its face becomes a take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words, with or without times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or motion, which becomes a take</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>What can be dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop your files anywhere on this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Choose files…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a portrait, a recording or a transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Video to track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>{name} is a folder; drop the files in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is of no type that can be used; accepted are {types}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a text file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} cannot be dropped there; accepted are {types}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Durations</name>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {n} min left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditorToolBar</name>
    <message>
        <source>Curve tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag keys, or a box around them; double-click a curve to add a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>press on a frame to hold the curve there, and drag it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draw the curve by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make movements larger or smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a value to the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take out trembling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Simplify</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace the curve by a smooth one through few keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exchange the left and the right side of the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put it down at the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the curve runs smoothly between the keys that remain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset to generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drop what was set by hand in the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>let generation give the edited frames back unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the frames of the range to generation again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit all shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tools work on all channels that are shown, not on one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snap values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dragged keys stop at even values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>show all values of the curves that are seen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>An error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Include &amp;paths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder names can tell who you are; they are left out unless you want them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show &amp;details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What those who repair it need to know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further errors, all of them in the log: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy versions, device and the end of the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;log folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the files that errors are written to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no log: its folder cannot be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide &amp;details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorReport</name>
    <message>
        <source>The computer&apos;s memory is used up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again. Your project is unharmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside Dimitra Studio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can go on working; the last step may not have been done. Save the project under a new name, and send the details to those who make Dimitra Studio.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The memory is used up; close other programs or use a shorter recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be used: {reason}; check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program ({reason}); please report it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportController</name>
    <message>
        <source>Export {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export yet; begin with a recording.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;With the recording&apos;s sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording, cut to the range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is there already and will be replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no motion yet; generate a take first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportFormats</name>
    <message>
        <source>Curves for numpy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves as a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportKinds</name>
    <message>
        <source>Video (MP4)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H.264 with AAC sound at a constant frame rate: plays in browsers, phones and every editing program. A note in the file says that the clip is synthetic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image sequence (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder of numbered pictures, with sound.wav beside them. The mesh can have a transparent background (straight alpha) for Blender, After Effects, Nuke or Resolve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in one file for another machine with Dimitra Studio: portrait, recording, transcript, all takes and edits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All curves as float32 with their names, for Python and NumPy; Dimitra Studio reads them back as a take, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One row a frame and one column a channel, for spreadsheets and scripts. Blendshapes have their ARKit names; head angles are radians, positions metres.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves with their ARKit names, at the frame rate chosen here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPicture</name>
    <message>
        <source>The photograph, or the 3D head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is behind the 3D head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width and height in pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better quality makes larger files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames per second; the motion is made at 25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Renderer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ize</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quality</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame r&amp;ate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} (as generated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project has no portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transparent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{w} × {h} (original)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{w} × {h}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportPlace</name>
    <message>
        <source>Of the file, or of the folder for images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file name cannot contain {character}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a folder of that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportRange</name>
    <message>
        <source>&amp;Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected in the timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looping is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The range ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportSummary</name>
    <message>
        <source>The whole project, whatever range is selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FaceChooser</name>
    <message>
        <source>Click the face that shall speak, or type its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {number} of {total}, from the left; Enter chooses it</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Must be fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another picture…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another picture as the portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another recording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another recording of speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go without words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let the sound alone drive the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose other weights…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the networks of another folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the left side alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the right side alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take both sides together</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GainSlider</name>
    <message>
        <source>Strength of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly {name} is shown, without generating anew; double-click for 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenerationController</name>
    <message>
        <source>Generate {components}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerate {components} in {n} segment(s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording was changed while {take} was being made, so it was dropped; generate again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate {take}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{take} is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording yet; drop one into the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every component is locked; unlock one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no take yet; generate everything first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word was changed since the motion was generated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected; drag over the words on the timeline.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenerationPanel</name>
    <message>
        <source>Whole recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: locked; unlock it in the takes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: generate it anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select words or drag on the timeline to regenerate a part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my edits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my edits (1 curve)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep my edits ({n} curves)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay what was set by hand over the new take; otherwise it is dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was set by hand yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate from the start to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one of lips, expression and head.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select words or a range on the timeline first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate within the selection alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a new take: {parts} of the whole recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes a new take: {parts} from {start} to {end} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with seed {seed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with a new seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All else stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was set by hand there is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphCanvas</name>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {keys} of {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a key to {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nudge {keys} of {channels}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GraphPicture</name>
    <message>
        <source>{value} at {time:.2f} s, frame {frame}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text} ({sign}{by} by hand)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate or import a motion, then edit its curves here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a channel from the list to see its curve.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (locked)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupHeader</name>
    <message>
        <source>Channels of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close the list of channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solo {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let only this component move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked: generation leaves this component alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock: generation will leave this component alone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Blinks</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a step to go back to it, or forward again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As opened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoverReadout</name>
    <message>
        <source>Value under the mouse</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputDialogs</name>
    <message>
        <source>Everything that can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several files of one kind were dropped; choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings and videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a video to track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Videos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texts and timings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TextGrid (*.TextGrid)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorController</name>
    <message>
        <source>Load the networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate the whole recording first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectorPanel</name>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength and sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobRow</name>
    <message>
        <source>Cancel {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this; nothing is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the folder that the files are in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put what a developer needs to know on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled; nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops at the next step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No jobs. Generating, aligning and exporting show here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} running, {m} waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop every job; nothing is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No job has ended yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the jobs that have ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curve editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimitra Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was set by hand yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MediaController</name>
    <message>
        <source>Look at {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Track {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not a text in UTF-8; save it so and drop it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A take needs a recording beside it; drop the speech first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut one face out of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take one channel of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name} as the portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name} as the recording</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MeshView</name>
    <message>
        <source>3D head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to turn, Shift to move, wheel to zoom, double-click to look from in front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No OpenGL: drawn by the processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the 3D head…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss: {notice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take this notice away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} ({count} times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what lies behind this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotificationArea</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Overview of the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole recording. Drag the window to pan, its edges to zoom; double-click to show everything.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PhonemesItem</name>
    <message>
        <source>vowel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closure of the lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fricative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closure of the tongue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>glide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>silence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{symbol}, {kind}
{start:.3f} to {end:.3f} s, {length} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>{rate:.0f} fps, {dropped} dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rate:.0f} fps</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlaybackController</name>
    <message>
        <source>Marker {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the markers</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PortraitView</name>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wheel to zoom, drag to move, double-click to see all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the portrait…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop a portrait here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JPEG or PNG of one face that looks at the camera</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreflightController</name>
    <message>
        <source>Check the inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the transcript</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreflightView</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with the inputs as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the inputs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} to be fixed before anything can be generated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready. {n} could be better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready. Everything looks good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was looked at yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewBar</name>
    <message>
        <source>Landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the landmarks over the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wireframe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw large portraits in their own size, if slower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put camera and zoom of the preview back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show take B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no take yet to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take B, to compare the project with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the mesh first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This needs OpenGL, which does not work here; update the graphics driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the edges of the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the mesh shows: shape, skin or portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the mesh from a side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change between the project (A) and the take compared with (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a take to compare with first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the talking portrait alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mesh alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the 3D head alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait and mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show both side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Texture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View of the mesh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three quarters, left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three quarters, right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take to compare with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewThread</name>
    <message>
        <source>The preview cannot be drawn: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectInfo</name>
    <message>
        <source>No portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eyes {n} px apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a picture with one face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{duration} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {rate} kHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a recording of speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No words: the sound alone drives the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {n} doubtful</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProjectLock</name>
    <message>
        <source>{name} is open for reading only, as its folder cannot be written; save it elsewhere to keep changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open on the computer {host}, and here for reading only; save it under another name, or remove {lock} if nobody has it open any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is open in another window, and here for reading only; close it there and open it again, or save it under another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ranges</name>
    <message>
        <source>{start} – {end} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>No key is selected; press on one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was copied yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was edited by hand here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No frame is pinned here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no motion yet; generate or import one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No channel is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lips are locked; unlock them to edit their curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The expression is locked; unlock it to edit its curves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pose is locked; unlock it to edit its curves.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>{path} is not there; locate it, or take it off the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name} in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show where the project is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locate {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off the list; the file stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {name} off the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Recover unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimitra Studio did not close as it should. It has kept this work for you:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs from the saved file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with the saved file:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Discard…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work that was not saved; Enter recovers it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with this work; nothing is saved until you save it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This work cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this work as a new project and leave the saved file as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no saved file beside this work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this work for ever; asks first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep all of it, and ask again at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the unsaved work on “{title}” for ever?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Ruler</name>
    <message>
        <source>Name of the marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to move the playhead, drag to scrub. Markers: drag, double-click or F2 to rename, Delete to remove.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete marker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timecode</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SafetyController</name>
    <message>
        <source>Look at unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SamplingForm</name>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed, words and settings give the same motion again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw a seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another seed, drawn at random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liveliness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly the voice drives the face; 1 is as in life, 0 nearly at rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Denoising steps: more take longer and are hardly better beyond 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time inside a regenerated range in which it leads into what is around it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next take gets this seed again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every take gets a new seed; lock it to use this one again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveChangesDialog</name>
    <message>
        <source>Save changes?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes in “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are lost if you do not save them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the project to its file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Don&apos;t save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up what was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SelectionInfo</name>
    <message>
        <source>Nothing is selected; drag on the timeline or the words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} s, {frames}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect when Dimitra Studio is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reduce motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fades or slides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Autosave every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate &amp;on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (not available)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of menus and texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the networks run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds between copies of unsaved work, which are kept beside your file</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a command or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows only the commands with this in name, keys or help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the sheet, or write it as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands with their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimitra Studio: shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SoundCard</name>
    <message>
        <source>The PortAudio library is not installed, so playing is silent; install it to hear the recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound card was found, so playing is silent; connect one and look for it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sound card has stopped working, so playing goes on silently; connect it and look for it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stages</name>
    <message>
        <source>Aligning the changed words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligning the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the inputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking the installation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cutting the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting the rig</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Following the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generating motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening to the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at the portrait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at unsaved work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the video</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Device of the networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample rate of the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frame rate of the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of the last autosave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} kHz</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} fps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Autosaved at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StrengthPanel</name>
    <message>
        <source>Sound delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the sound comes after the picture; negative for before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the lips and the jaw move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far brows, cheeks, eyes and the corners of the mouth move</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the head moves away from its rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How far the lids close in a blink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part} strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute {part}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: hold still, or move again as before</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeDelegate</name>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeItemModel</name>
    <message>
        <source>{part}: locked; click to unlock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: click to lock it against every change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take B, which what is shown is compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{take} is take B; click to stop comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with {take}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: shown from {take}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: locked; unlock it to show it from {take}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: shown from {take} in a part; click for all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{part}: click to show it from {take}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakeMenu</name>
    <message>
        <source>Show this take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use in the selection, only…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove mixed takes in the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare with this take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the settings to the inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate again with these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock: {part}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Takes</name>
    <message>
        <source>generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed {seed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the whole recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{origin}: {parts}, {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; seed {seed}, liveliness {guidance}, {steps} steps, seam {seam} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; made from {take}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakesController</name>
    <message>
        <source>Show {take}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {take} in the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove patches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {take}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {take}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate {take}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strength of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay of the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is only one take; generate another to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No take is compared; choose take B first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TakesPanel</name>
    <message>
        <source>Takes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No takes yet. Generate, and each result appears here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More to do with this take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where takes meet, these still jump, so many times faster than usual: {channels}. A longer seam or smoothing helps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this take from start to end (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this take in the selected range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selected range, or everything without one, as before it was mixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no take yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no take yet; generate one first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lips, expression and head are locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a range on the timeline first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This take was not generated, so it has no settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other take is mixed in here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A locked part is shown from this take</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimeDisplay</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{timecode}, {seconds} s, frame {frame}; click for another unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> frames</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineFrame</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackMouse</name>
    <message>
        <source>{channel}  {value}   {time} s, frame {frame}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beyond the limits of the rig</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrackStack</name>
    <message>
        <source>Position of the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s · {frame} · {timecode}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phonemes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pose</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Transcript</name>
    <message>
        <source>{start} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heard with {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drafted, heard with {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed, not aligned yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>borders set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heard; its time is estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regenerates {components} {where} ({words})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{components} stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{components} stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {start} to {end} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {n} places {where}, {length} s in all,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptController</name>
    <message>
        <source>Correct the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft of the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move a phoneme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording to listen to; drop one into the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligning the changed words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align changed words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no recording yet; drop one into the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no words yet; type or import them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptDoubts</name>
    <message>
        <source>Previous doubtful word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the doubtful word before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next doubtful word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the doubtful word after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubtful words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The times of {n} words are estimated; press Align to find them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word was not heard clearly: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} words were not heard clearly: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{words} and {n} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptEditor</name>
    <message>
        <source>Transcript</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptHeader</name>
    <message>
        <source>Transcribe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read words from a text, TextGrid, SRT, WebVTT or JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the transcript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the words and their times as TextGrid, SRT, WebVTT or JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what a recogniser hears, as a draft to be corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find again when each word is said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What typing does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words are written otherwise; their times and the motion stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else is said: changed words are aligned again and marked, so that their motion can be generated anew</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptInvitation</name>
    <message>
        <source>No words yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the words, lips close where they must. Let them be drafted from the sound, import them, or type below what is said and align it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transcribe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read words from a text, TextGrid, SRT, WebVTT or JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down what a recogniser hears, as a draft to be corrected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptPanel</name>
    <message>
        <source>Type or paste what is said…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Align with the recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words are being worked on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word was changed since the motion was generated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste what is said first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find when each of these words is said</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TranscriptRegeneration</name>
    <message>
        <source>Regenerate changed segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word was changed since the motion was generated.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TransportBar</name>
    <message>
        <source>Selected range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In {start}  Out {end}  ({length} s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume: {n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{why} Click to look for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the selection, or everything, again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play without sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times as fast it plays; the pitch follows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to play yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play from the playhead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>{tooltip}
Double-click the slider, or press Delete on it, to reset.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ViewButtons</name>
    <message>
        <source>Show the whole recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the view before the zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the playhead while playing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the selection (nothing is selected: drag in a row)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects that you saved will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a portrait and a voice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look around in a finished clip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordsItem</name>
    <message>
        <source>aligned with the sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heard by the recogniser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>typed, not yet aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated: could not be aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}
{start:.2f} to {end:.2f} s
{source}, confidence {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WriterThread</name>
    <message>
        <source>The file could not be written: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Done in {seconds:.1f} s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
