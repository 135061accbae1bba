package de.kimhub.processing;

import java.util.List;

/**
 * Who gets an event and who does not, and why. No content: names of fields, never their values.
 *
 * @param source      instance that told it
 * @param state       in German
 * @param occurredOn  e.g. {@code 2026-03-01}
 * @param rules       version of the rules by which it was decided
 * @param rulesNow    of those that are in force
 * @param contentKept whether its content is still there; without it the fields are those that the rule allows
 */
public record EventExplanation(long event, String source, String type, String kind, String state, String occurredOn,
                               long document, long record, String rules, String rulesNow, boolean contentKept,
                               List<AtRecipient> recipients) {

    /**
     * @param happened what became of it so far, in German; empty: nothing yet
     * @param today    what the rules say now
     */
    public record AtRecipient(String instance, List<String> happened, Today today) {
    }

    /** What would be decided now. */
    public sealed interface Today {

        /** It is its own. */
        record Own() implements Today {
        }

        /**
         * @param fields   that it gets, by path
         * @param consents numbers of the consents on which it rests; empty: it needs none
         * @param without  in German, which law takes fields out that the rule names; empty: none
         */
        record Gets(String rule, String purpose, String legalBasis, List<String> fields, List<Long> consents,
                    String without) implements Today {
        }

        /** It would, if everybody concerned were live. */
        record InShadow(String rule) implements Today {
        }

        /** @param because completes "nicht weitergegeben, weil ..." */
        record Withheld(String because) implements Today {
        }
    }
}
