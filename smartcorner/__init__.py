"""SmartCorner: YAML modules become one static site that works with no network."""
