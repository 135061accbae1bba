package de.kimhub.processing;

import java.util.List;
import java.util.stream.Collectors;

/** Nothing was recorded. Says everything that is wrong at once, in German, and no value of a person. */
public final class ConsentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    ConsentRefused(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::text).collect(Collectors.joining(System.lineSeparator())));
        this.refusals = List.copyOf(refusals);
    }

    ConsentRefused(ConsentProblem problem, String where) {
        this(List.of(new Refusal(problem, where, "")));
    }

    /**
     * @param where which entry of the form it is: the name of a component of {@link ConsentForm}, {@code file} or {@code by}
     * @param more  completes the text, e.g. the codes that are allowed; may be empty
     */
    public record Refusal(ConsentProblem problem, String where, String more) {

        /** Where, what, what to do, and the code. */
        public String text() {
            return ConsentForm.label(where) + ": " + problem.germanText() + (more.isEmpty() ? "" : " " + more) + " ["
                    + problem.code() + "]";
        }
    }

    public List<Refusal> refusals() {
        return refusals;
    }
}
