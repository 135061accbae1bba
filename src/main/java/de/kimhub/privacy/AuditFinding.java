package de.kimhub.privacy;

/** @param place in German, with numbers of the log only */
public record AuditFinding(String code, String place, String text) {

    static AuditFinding of(AuditProblem problem, String place) {
        return new AuditFinding(problem.code(), place, problem.germanText());
    }

    @Override
    public String toString() {
        return place + ": " + text + " [" + code + "]";
    }
}
