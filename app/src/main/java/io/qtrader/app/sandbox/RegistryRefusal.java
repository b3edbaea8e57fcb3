package io.qtrader.app.sandbox;

/** What the sandbox's registry answers in place of a result: Confluent's status and error code. */
final class RegistryRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;

    private RegistryRefusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static RegistryRefusal subjectNotFound(String subject) {
        return new RegistryRefusal(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryRefusal versionNotFound(String version) {
        return new RegistryRefusal(404, 40402, "Version " + version + " not found.");
    }

    static RegistryRefusal schemaNotFound(String what) {
        return new RegistryRefusal(404, 40403, "Schema " + what + " not found.");
    }

    static RegistryRefusal noLevelOfItsOwn(String subject) {
        return new RegistryRefusal(404, 40408, "Subject '" + subject
                + "' does not have subject-level compatibility configured");
    }

    static RegistryRefusal incompatible(String subject, String details) {
        return new RegistryRefusal(409, 409, "Schema being registered is incompatible with an"
                + " earlier schema for subject \"" + subject + "\", details: " + details);
    }

    static RegistryRefusal invalidSchema(String why) {
        return new RegistryRefusal(422, 42201, "Invalid schema: " + why);
    }

    static RegistryRefusal invalidVersion(String version) {
        return new RegistryRefusal(422, 42202, "The specified version '" + version
                + "' is not a valid version id.");
    }

    static RegistryRefusal invalidLevel(String level) {
        return new RegistryRefusal(422, 42203, "Invalid compatibility level '" + level + "'.");
    }

    static RegistryRefusal badRequest(String why) {
        return new RegistryRefusal(400, 400, why);
    }

    /** HTTP status. */
    int status() {
        return status;
    }

    /** Confluent's {@code error_code}. */
    int code() {
        return code;
    }
}
