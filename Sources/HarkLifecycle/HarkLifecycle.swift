/// What events add up to over time: the timeline people look at, the stage and health of a record, and synthetic
/// journeys whose gaps look real.
///
/// Everything here is a pure function of its arguments: the caller passes events, the time and a seed in. The module
/// draws no cells and knows no colour, database or model; a layout says which text stands in which column, nothing more.
public enum HarkLifecycle {}
