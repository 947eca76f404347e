import HarkScreen

/// In this module a role is what a cell means; the roles of users appear only as words.
typealias Role = HarkScreen.Role
