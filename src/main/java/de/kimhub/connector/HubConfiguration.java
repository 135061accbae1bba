package de.kimhub.connector;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * {@code hub.yaml}: where the hub itself lives.
 *
 * @param data     folder of the embedded parts and the keys
 * @param database external PostgreSQL; empty: embedded in {@code data}
 * @param broker   URL of an external Artemis; empty: embedded in {@code data}
 * @param wrappingKey reference to the secret that is the key-encryption key; empty: it lies beside the keys
 * @param web      the pages; empty: there are none, and no server
 */
public record HubConfiguration(Path data, Optional<Database> database, Optional<String> broker, Work work,
                               Retention retention, Optional<Clearing> clearing, Review review,
                               Optional<String> wrappingKey, Optional<Web> web) {

    /** A hub that sends no messages in its own name. */
    public HubConfiguration(Path data, Optional<Database> database, Optional<String> broker, Work work,
                            Retention retention) {
        this(data, database, broker, work, retention, Optional.empty(), Review.NOBODY, Optional.empty(), Optional.empty());
    }

    public HubConfiguration with(Web pages) {
        return new HubConfiguration(data, database, broker, work, retention, clearing, review, wrappingKey,
                Optional.of(pages));
    }

    /**
     * @param port            0: a free one
     * @param uploadMegabytes largest file that may be handed in
     * @param contact         German: whom to ask for an account; may be empty
     */
    public record Web(int port, String address, int uploadMegabytes, String contact) {

        public static final String LOCAL = "127.0.0.1";
        public static final int UPLOAD_MEGABYTES = 50;
    }

    /**
     * Who decides possible matches.
     *
     * @param secondOpinion of so many pairs one is decided by two
     * @param thirdOpinion  how long a third one is waited for where two differ
     */
    public record Review(List<Reviewer> reviewers, int secondOpinion, Period thirdOpinion) {

        public static final Review NOBODY = new Review(List.of(), 10, Period.ofDays(7));
    }

    /**
     * @param body           whose staff, code of the list {@code stelle}
     * @param boundToSecrecy day of the written commitment
     */
    public record Reviewer(String name, String body, LocalDate boundToSecrecy) {
    }

    /**
     * The hub as a clearing point (Vermittlungsstelle): the author of messages in its own name.
     *
     * @param identifier with its prefix, e.g. {@code kim:herford}, or one of the DVDV
     */
    public record Clearing(String name, String identifier, String street, String houseNumber, String postalCode,
                           String town, String email, String telephone) {
    }

    /**
     * @param password reference to a secret, or empty
     * @param steering login of the steering group's pages; empty: the hub's user takes on their role
     */
    public record Database(String url, String user, String password, Optional<Login> steering) {

        public Database(String url, String user, String password) {
            this(url, user, password, Optional.empty());
        }
    }

    /** @param password reference to a secret */
    public record Login(String user, String password) {
    }

    /**
     * @param workers          consumers of {@code hub.work} on this node
     * @param deliveryWorkers  consumers of {@code hub.delivery} on this node
     * @param batchSize        records in one database transaction
     * @param slice            how long a worker stays with one document before it yields
     * @param sweep            how often unfinished work is woken up again
     */
    public record Work(int workers, int deliveryWorkers, int batchSize, Duration slice, Duration sweep) {

        public static final Work DEFAULT = new Work(2, 4, 500, Duration.ofSeconds(2), Duration.ofSeconds(5));
    }

    /**
     * @param notEnrolled   how long records of people who are not enrolled stay in their sender's compartment
     * @param transportCopy how long source documents and sealed bytes stay after all is done
     * @param quarantine    how long refused records stay
     * @param hold          how long later records of a case wait for a quarantined one
     * @param audit         how long entries of the audit log stay
     * @param ended         how long what is known of people stays after their part is over
     */
    public record Retention(Period notEnrolled, Period transportCopy, Period quarantine, Duration hold, Period audit,
                            Period ended) {

        public static final Retention DEFAULT =
                new Retention(Period.ofDays(7), Period.ofDays(30), Period.ofDays(90), Duration.ofHours(72), Period.ofMonths(6),
                        Period.ofMonths(12));
    }
}
