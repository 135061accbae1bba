package de.kimhub.steering.cube;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All of a release. */
public record ReleaseContent(Release release, List<PublishedTable> tables, List<Reference> references,
                             List<DataState> dataStates, List<Day> calendar) {

    /** What is set by configuration: posts of a municipality or organisation, the target of a table. */
    public record Reference(String kind, String name, String dimension, double value, String unit, String label) {
    }

    /**
     * Who delivered until when.
     *
     * @param due          {@code null}: at no set time
     * @param reviewsOpen  whether possible duplicates wait for a decision; {@code null}: not told
     * @param unknownShare in classes; may be {@code null}
     */
    public record DataState(String organisation, LocalDate lastDelivery, LocalDate due, String state, Boolean reviewsOpen,
                            String unknownShare) {

        public boolean late() {
            return state.equals("verspaetet") || state.equals("fehlt");
        }

        /** For people. */
        public String stateText() {
            return switch (state) {
                case "puenktlich" -> "pünktlich";
                case "verspaetet" -> "verspätet";
                case "fehlt" -> "fehlt";
                default -> "ohne Termin";
            };
        }
    }

    /** A day of a release, a cut-off or a session. */
    public record Day(LocalDate day, String kind, String title) {
    }

    public Optional<PublishedTable> table(String id) {
        return tables.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    public List<PublishedTable> ofIndicator(int number) {
        return tables.stream().filter(one -> one.indicator() == number).toList();
    }

    public Optional<Reference> target(PublishedTable table) {
        return references.stream().filter(one -> one.kind().equals("target") && one.name().equals(table.id())).findFirst();
    }

    /** Posts by the code of a municipality or organisation. */
    public Optional<Reference> posts(Category whose) {
        return references.stream().filter(one -> one.kind().equals("posts") && one.dimension() != null
                && (one.name().equals(whose.code()) || one.name().equals(whose.label()))).findFirst();
    }

    public Optional<Reference> postsOfAll() {
        return references.stream().filter(one -> one.kind().equals("posts") && one.dimension() == null).findFirst();
    }
}
