package de.kimhub.steering.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code steering.yaml}.
 *
 * @param firstPeriod    empty: the one in which the hub began to count
 * @param yearBegins     number of the quarter with which a reporting year begins
 * @param threshold      no number of fewer people is shown
 * @param municipalities all of the Kreis
 * @param tables         by id the form from which on they are tried; empty: the finest of all
 */
public record SteeringSettings(String catalogue, Municipality kreis, Optional<Quarter> firstPeriod, int yearBegins, int threshold,
                               int cutOffDays, List<Session> sessions, List<Municipality> municipalities,
                               List<Organisation> organisations, Map<String, Integer> tables, List<Posts> posts,
                               List<Target> targets) {

    /** Code of what belongs to nobody named. */
    public static final String OTHER = "";

    public static final SteeringSettings NONE = new SteeringSettings("", new Municipality("", "", true), Optional.empty(), 1, 5, 30,
            List.of(), List.of(), List.of(), Map.of(), List.of(), List.of());

    public record Session(LocalDate day, String title) {
    }

    public record Municipality(String code, String name, boolean takesPart) {
    }

    /** @param deliversEvery empty: at no set time */
    public record Organisation(String id, String name, Set<String> instances, Optional<Period> deliversEvery) {
    }

    /** @param municipality and organisation: {@code null} both for the Kreis */
    public record Posts(String municipality, String organisation, BigDecimal value) {
    }

    public record Target(String table, BigDecimal value, String unit, String label) {
    }

    /** Whether the installation tells its steering group anything. */
    public boolean given() {
        return !catalogue.isEmpty();
    }

    /** Without a choice all tables are told. */
    public boolean wants(TableDefinition table) {
        return tables.isEmpty() || tables.containsKey(table.id());
    }

    /** Who answers for what an instance tells. */
    public String organisationOf(String instance) {
        return organisations.stream().filter(one -> one.instances().contains(instance)).map(Organisation::id).findFirst().orElse(OTHER);
    }

    public LocalDate cutOff(Quarter quarter) {
        return quarter.end().plusDays(cutOffDays);
    }

    /** Quarters of the reporting year that ends with this one; empty: none does. */
    public Optional<List<Quarter>> yearEndingWith(Quarter quarter) {
        return quarter.plus(1).number() == yearBegins ? Optional.of(Quarter.between(quarter.plus(-3), quarter)) : Optional.empty();
    }
}
