package de.kimhub.plan;

import java.util.List;

/**
 * The differences of two installations.
 *
 * @param instances  by id
 * @param connectors those that an instance uses, by name
 * @param rules      of {@code sharing.yaml}, by id
 * @param gains      what may newly be passed on, or with less than before
 * @param losses     what may no longer be passed on, or only with more than before
 * @param register   what changes in the register of processing activities (Art. 30 DSGVO): lines in German
 */
public record Plan(Part instances, Part connectors, Part rules, List<Flow> gains, List<Flow> losses, List<String> register) {

    /** @param changed with what is different: keys, never values */
    public record Part(List<String> added, List<String> removed, List<Change> changed) {

        boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }
    }

    public record Change(String name, List<String> keys) {
    }

    /** Whether the person's consent is needed; in the order of what is allowed. */
    public enum Permission { NONE, WITH_CONSENT, WITHOUT_CONSENT }

    /**
     * Fields of an event that one instance may have of another.
     *
     * @param event  code of the event type
     * @param before what was allowed of all these fields
     * @param after  what would be
     */
    public record Flow(String from, String to, String event, List<String> fields, Permission before, Permission after) {
    }

    public boolean isEmpty() {
        return instances.isEmpty() && connectors.isEmpty() && rules.isEmpty() && gains.isEmpty() && losses.isEmpty()
                && register.isEmpty();
    }
}
