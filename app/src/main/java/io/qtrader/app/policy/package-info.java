/** The policy file: YAML that a person edits, read into what set-up writes to the journal. */
package io.qtrader.app.policy;
