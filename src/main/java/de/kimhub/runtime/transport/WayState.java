package de.kimhub.runtime.transport;

import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;

/** What became of setting up a way. */
sealed interface WayState {

    /**
     * @param uri    for deliveries
     * @param stages whether it delivers in two steps
     */
    record Running(String uri, boolean stages) implements WayState {
    }

    /** @param reason without any value of a parameter */
    record Broken(String code, String reason) implements WayState {

        static Broken by(Exception error) {
            if (error instanceof HubFailure failure) {
                return new Broken(failure.code(), failure.getMessage());
            }
            Throwable root = error;
            while (root.getCause() != null && root.getCause() != root) {
                root = root.getCause();
            }
            return new Broken(RuntimeProblem.INSTANCE_BROKEN.code(), root.getClass().getSimpleName()
                    + ": check the parameters of this instance by 'hub check --connect'.");
        }
    }
}
