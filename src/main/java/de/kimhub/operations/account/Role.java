package de.kimhub.operations.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an account may do on the pages. */
public enum Role {
    /** Hand files in and fetch them. */
    DATEIEN,
    /** Read notices and mark them as done. */
    MELDUNGEN,
    /** Record and withdraw consents. */
    EINWILLIGUNG,
    /** Belongs to no instance and sees nothing of any. */
    VERWALTUNG,
    /** Reads the steering group's figures, and raises hurdles; belongs to no instance. */
    LENKUNGSGRUPPE,
    /** Of the Kommunales Integrationszentrum: reads the figures and keeps the list of hurdles; belongs to no instance. */
    KI_KOORDINATION;

    /** All that an instance's people can do. */
    public static final Set<Role> OF_AN_INSTANCE = Set.copyOf(EnumSet.of(DATEIEN, MELDUNGEN, EINWILLIGUNG));
    /** What people of no instance can do who are no administrators. */
    public static final Set<Role> OF_THE_STEERING_GROUP = Set.copyOf(EnumSet.of(LENKUNGSGRUPPE, KI_KOORDINATION));

    /** As commands and the database write it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> find(String code) {
        return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
