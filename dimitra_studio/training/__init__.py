"""From a folder of video to the weights of the three motion networks."""
