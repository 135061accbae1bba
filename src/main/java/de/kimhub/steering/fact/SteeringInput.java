package de.kimhub.steering.fact;

import de.kimhub.message.Measure;
import de.kimhub.pseudonym.PseudonymisedCase;
import java.time.LocalDate;

/** What may be counted; nothing else gets in. */
public sealed interface SteeringInput {

    /**
     * An event of a person without a name, by a rule.
     *
     * @param event    its number
     * @param replaces the event that it corrects, 0 for none
     * @param file     keyed digest of the source's file number
     * @param instance that told it
     * @param first    of a first load, or of before the source's first day: it counts in no period
     */
    record Told(PseudonymisedCase what, Measure measure, String rule, long event, long replaces, byte[] file, String instance,
                boolean first) implements SteeringInput {
    }

    /** A hurdle that a case conference met. No person is in it. @param reference the source's own name for it */
    record StructuralIssue(String instance, String reference, String theme, LocalDate on, boolean resolved) implements SteeringInput {
    }

    /** @param event whose source took it back */
    record TakenBack(long event) implements SteeringInput {
    }
}
