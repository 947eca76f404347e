/// The values and rules of the CRM: who works for whom, which records exist, what a score or a command is.
///
/// This module is the vocabulary every other room speaks. It does no input or output, reads no clock, locale or
/// environment, and draws no random numbers: whoever calls it passes the time and the text in. It knows nothing of
/// SQL, terminals or learning algorithms.
public enum HarkCore {
    /// The version of Hark, as `hark --version` prints it.
    public static let version = "0.1.0"
}
