package de.kimhub.privacy;

import java.util.List;

/**
 * A deletion class (Löschklasse, DIN 66398): one kind of data, one rule. Periods that the law leaves to the controller
 * stand in {@code hub.yaml} under {@code retention}.
 *
 * @param id      short name, also in {@code hub.deletion}
 * @param name    German name of the kind of data
 * @param start   German: from when the period runs
 * @param period  ISO period such as {@code P90D}; or in German what ends it, where that is an event
 * @param setting where it is set; empty: it follows from what the data are for
 * @param columns {@code schema.table} or {@code schema.table.column} that belong to it
 * @param oldest  SQL for the start of the oldest that is there, {@code null} when there is none; empty: no table
 * @param overdue SQL that counts what should have been deleted a day ago and was not; empty: nothing can be
 */
public record DeletionClass(String id, String name, Start start, String period, String setting, List<String> columns,
                            String oldest, String overdue) {

    /** When a period begins, as DIN 66398 tells them apart. */
    public enum Start {
        COLLECTION("ab der Erhebung"),
        PROCESS_END("ab dem Ende des Vorgangs"),
        RELATION_END("ab dem Ende der Beziehung zur Person");

        private final String germanText;

        Start(String germanText) {
            this.germanText = germanText;
        }

        public String germanText() {
            return germanText;
        }
    }

    /** Of what has no table, or goes with something else: nothing of it can be overdue by itself. */
    public static DeletionClass following(String id, String name, Start start, String until, String... columns) {
        return new DeletionClass(id, name, start, until, "", List.of(columns), "", "");
    }
}
