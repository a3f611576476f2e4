"""SmartCorner: YAML modules become one static site that works with no network."""

import gc

# Half a million things are imported and stay: looking for circles among them is in vain.
gc.set_threshold(1_000_000)
