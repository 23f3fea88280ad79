"""The clock, the transport and its bar."""
