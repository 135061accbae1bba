package de.kimhub.translation;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a tool gives XML, compiled.
 *
 * @param records         elements that are a record
 * @param collection      from the root to the element whose children are records; empty when a document is one record
 * @param maxRecordLength in bytes
 * @param paths           by the text that the mapping has, with what it declares as unused
 * @param xslt            through which each record goes first; then the paths are those of its result
 * @param schemas         against which each record is held
 */
record XmlFormat(XmlNames names, List<XmlPath.Step> records, List<XmlPath.Step> collection, Charset charset,
                 int maxRecordLength, Map<String, XmlPath> paths, XmlCoverage coverage, Optional<SandboxedXslt> xslt,
                 Optional<CompiledSchemas> schemas) {

    static final String NAME = "name()";
    static final String PROFILE = "profile()";
    static final Set<String> FUNCTIONS = Set.of(NAME, PROFILE);

    boolean isRecord(String uri, String local) {
        return records.stream().anyMatch(step -> step.names(uri, local));
    }

    /** Whether such an element would be a record, or the root of a collection, in another namespace. */
    boolean isOtherRelease(String local) {
        return records.stream().anyMatch(step -> step.local().equals(local))
                || !collection.isEmpty() && collection.getFirst().local().equals(local);
    }

    /** @param message the record as it came */
    List<String> values(String column, XmlNode message, XmlNode record) {
        String function = switch (column) {
            case NAME -> names.nameOf(message);
            case PROFILE -> names.releaseOf(message.uri());
            default -> null;
        };
        if (FUNCTIONS.contains(column)) {
            return function == null || function.isEmpty() ? List.of() : List.of(function);
        }
        XmlPath path = paths.get(column);
        return path == null ? List.of() : path.values(record);
    }

    List<String> present(XmlNode record) {
        return paths.entrySet().stream().filter(path -> path.getValue().absence(record) == null)
                .map(Map.Entry::getKey).toList();
    }

    /** {@code null} when it is there. */
    String absence(String column, XmlNode record) {
        XmlPath path = paths.get(column);
        return path == null ? null : path.absence(record);
    }
}
