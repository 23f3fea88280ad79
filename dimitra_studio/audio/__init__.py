"""From sound to what the networks are conditioned on: samples, features, phonemes, transcript."""
