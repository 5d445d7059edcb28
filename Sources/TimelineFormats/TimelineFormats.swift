// TimelineFormats
