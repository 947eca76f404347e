import HarkStore

extension ServiceError {
    /// The store's error as the user's: which case it is decides exit code and status, the store says the sentence.
    init(_ error: StoreError) {
        switch error {
        case .notFound, .noUser, .noTenant, .nothingToUndo, .nothingToRedo, .noImport:
            self = .notFound(error.description)
        case .alreadyExists, .changedSince, .erased, .inUse, .brokenLink, .unknownField, .unknownKind:
            self = .badInput(error.description)
        case .fenced, .exposed, .unusable, .foreignFile, .newer, .damaged, .unreadable, .busy, .full, .failed:
            self = .storage(error.description)
        case .stopped(let inner):
            self = inner as? ServiceError ?? .storage(error.description)
        }
    }
}
