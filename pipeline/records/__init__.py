"""The records that flow through the pipeline; they know nothing of the stages."""
