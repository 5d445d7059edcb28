// PatternEngine
