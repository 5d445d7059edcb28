// ExportReading
