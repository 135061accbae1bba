package de.kimhub.runtime.transport;

import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import java.util.Collection;

/** What became of setting up a way. */
sealed interface WayState {

    /**
     * @param uri    for deliveries
     * @param stages whether it delivers in two steps
     */
    record Running(String uri, boolean stages) implements WayState {
    }

    /** @param reason without any secret */
    record Broken(String code, String reason) implements WayState {

        private static final int LONGEST = 300;

        /** @param secrets are taken out of the text */
        static Broken by(Exception error, Collection<String> secrets) {
            if (error instanceof HubFailure failure) {
                return new Broken(failure.code(), failure.getMessage());
            }
            Throwable root = error;
            while (root.getCause() != null && root.getCause() != root) {
                root = root.getCause();
            }
            String text = String.valueOf(root.getMessage());
            for (String secret : secrets) {
                text = secret.isBlank() ? text : text.replace(secret, "***");
            }
            return new Broken(RuntimeProblem.INSTANCE_BROKEN.code(), "Check the parameters of this instance ("
                    + text.substring(0, Math.min(text.length(), LONGEST)) + ").");
        }
    }
}
