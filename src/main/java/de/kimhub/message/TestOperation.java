package de.kimhub.message;

/**
 * How an instance that takes nothing but marked test data is kept apart from all others: it is another instance, with
 * the same file, under a name of its own. So its files, consents, numbers and queues are never those of the real one,
 * also not when that comes into being later.
 */
public final class TestOperation {

    private static final String END = "--test";

    private TestOperation() {
    }

    /** @param fileName name of the instance's file without its ending */
    public static String idOf(String fileName) {
        return fileName + END;
    }

    public static boolean isTest(String instanceId) {
        return instanceId.endsWith(END);
    }

    /** Name of the file that describes the instance, without its ending. */
    public static String fileName(String instanceId) {
        return isTest(instanceId) ? instanceId.substring(0, instanceId.length() - END.length()) : instanceId;
    }

    /** One of the two takes test data and the other does not: then nothing passes between them. */
    public static boolean apart(String instanceId, String otherId) {
        return isTest(instanceId) != isTest(otherId);
    }
}
