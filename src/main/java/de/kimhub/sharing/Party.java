package de.kimhub.sharing;

import de.kimhub.message.TestOperation;

/**
 * Who gives or gets.
 *
 * @param instanceId of the tool
 * @param authority  code of the list {@code stelle}: what kind of body runs it
 */
public record Party(String instanceId, String authority) {

    /** As a rule calls it. */
    String named() {
        return "instance:" + TestOperation.fileName(instanceId);
    }

    /** One of the two takes test data only and the other real ones. */
    boolean apartFrom(Party other) {
        return TestOperation.apart(instanceId, other.instanceId);
    }
}
