"""What is wrong with the inputs, with the fix beside it."""
