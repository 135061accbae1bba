package de.kimhub.kit;

import com.fasterxml.jackson.databind.JsonNode;
import de.kimhub.message.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * One entry of {@code expected-problems.json}; what it leaves out may be anything.
 *
 * @param record 0 when it may be any
 * @param line   0 when it may be any
 * @param field  null when it may be any
 */
record ExpectedProblem(String code, long record, long line, String field) {

    static ExpectedProblem of(JsonNode json) {
        return new ExpectedProblem(json.path("code").asText(), json.path("record").asLong(0),
                json.path("line").asLong(0), json.path("field").asText(null));
    }

    /**
     * @param refusals each has to be expected
     * @param findings may be expected
     */
    static List<String> differences(List<ExpectedProblem> expected, List<Problem> refusals, List<Problem> findings) {
        List<String> differences = new ArrayList<>();
        List<Problem> left = once(refusals);
        List<Problem> noticed = new ArrayList<>(findings);
        for (ExpectedProblem problem : new LinkedHashSet<>(expected)) {
            if (!take(problem, left, noticed)) {
                differences.add("expected " + problem + ", but it did not come");
            }
        }
        left.forEach(problem -> differences.add("not expected: " + problem.place() + column(problem) + " ["
                + problem.code().code() + "]"));
        return differences;
    }

    /** Two fields that read the same column complain of it twice. */
    static List<Problem> once(List<Problem> refusals) {
        Map<List<Object>, Problem> byPlace = new LinkedHashMap<>();
        refusals.forEach(problem -> byPlace.putIfAbsent(List.of(problem.place(), problem.code()), problem));
        return new ArrayList<>(byPlace.values());
    }

    /** Takes it out of the refusals, or else of the findings. */
    static boolean take(ExpectedProblem expected, List<Problem> refusals, List<Problem> findings) {
        return takeFirst(refusals, expected) || takeFirst(findings, expected);
    }

    private static boolean takeFirst(List<Problem> problems, ExpectedProblem wanted) {
        return problems.stream().filter(wanted::fits).findFirst().map(problems::remove).orElse(false);
    }

    private static String column(Problem problem) {
        return problem.place().field() == null ? "" : ", column " + problem.place().field();
    }

    private boolean fits(Problem problem) {
        return code.equals(problem.code().code())
                && (record == 0 || record == problem.place().record())
                && (line == 0 || line == problem.place().line())
                && (field == null || field.equals(problem.place().field()));
    }

    @Override
    public String toString() {
        return (record == 0 ? "" : "record " + record + ", ") + (line == 0 ? "" : "line " + line + ", ")
                + (field == null ? "" : "column " + field + ", ") + "[" + code + "]";
    }
}
