package io.qtrader.app.policy;

/** What is wrong in a policy file: which key, and its fault. */
final class PolicyFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PolicyFault(String key, String fault) {
        super(key.isEmpty() ? fault : key + " " + fault);
    }
}
