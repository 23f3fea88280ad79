"""The tracks over time: sound, words, phonemes and curves."""
