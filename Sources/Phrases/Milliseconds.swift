/// A point of a clock that only goes forward, in milliseconds.
public typealias Milliseconds = UInt64
