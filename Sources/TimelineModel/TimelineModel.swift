// TimelineModel
