"""What joins the session, the work threads and the widgets, one concern a file."""
