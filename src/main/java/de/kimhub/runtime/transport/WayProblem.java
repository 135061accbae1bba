package de.kimhub.runtime.transport;

import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import java.util.Collection;

/** What keeps a way from being set up, or from being changed. @param reason without any secret */
record WayProblem(String code, String reason) {

    private static final int LONGEST = 300;

    /**
     * @param otherwise code for what the hub has no code of its own for
     * @param secrets   are taken out of the text
     */
    static WayProblem of(Exception error, RuntimeProblem otherwise, Collection<String> secrets) {
        if (error instanceof HubFailure failure) {
            return new WayProblem(failure.code(), failure.getMessage());
        }
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String text = String.valueOf(root.getMessage());
        for (String secret : secrets) {
            text = secret.isBlank() ? text : text.replace(secret, "***");
        }
        return new WayProblem(otherwise.code(), "Check the parameters of this instance ("
                + text.substring(0, Math.min(text.length(), LONGEST)) + ").");
    }

    @Override
    public String toString() {
        return reason + " [" + code + "]";
    }
}
