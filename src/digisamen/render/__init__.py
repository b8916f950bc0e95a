"""Floor 5: a report as text or bytes. Pure: no disk, clock, environment or terminal; width and colour are options."""
