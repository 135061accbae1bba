package de.kimhub.translation;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.MessageKind;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The canonical code lists, and the ones of a connector that shadow or extend them. Immutable. */
public final class CodeLists {

    /** Event types and message kinds as lists, so that a deliver mapping can give them in the tool's own codes. */
    private static final String EVENTS = "ereignis";
    private static final String KINDS = "ereignisart";
    private static final CodeLists CANONICAL = new CodeLists(canonicalLists(), Map.of());

    private final Map<String, CodeList> canonical;
    private final Map<String, CodeList> ofConnector;

    private CodeLists(Map<String, CodeList> canonical, Map<String, CodeList> ofConnector) {
        this.canonical = canonical;
        this.ofConnector = ofConnector;
    }

    /** The canonical lists alone. */
    public static CodeLists canonical() {
        return CANONICAL;
    }

    private static Map<String, CodeList> canonicalLists() {
        Map<String, CodeList> lists = new TreeMap<>();
        CanonicalSchema.fields().stream().map(Field::codeList).filter(Objects::nonNull).distinct()
                .forEach(name -> lists.put(name, fromClassPath(name)));
        lists.put(EVENTS, new CodeList(EVENTS, true, Arrays.stream(EventType.values())
                .map(type -> builtIn(type.code(), type.germanText())).toList()));
        lists.put(KINDS, new CodeList(KINDS, true, Arrays.stream(MessageKind.values())
                .map(kind -> builtIn(kind.code(), kind.germanText())).toList()));
        return Collections.unmodifiableMap(lists);
    }

    /**
     * The canonical lists and those of a connector.
     *
     * @param folder the connector's {@code codelists}; need not exist
     */
    public static CodeLists load(Path folder, List<Problem> problems) {
        return canonical().with(folder, problems);
    }

    /** These lists with those of a connector's folder, which need not exist. */
    public CodeLists with(Path folder, List<Problem> problems) {
        Map<String, CodeList> lists = new TreeMap<>();
        for (Path file : csvFiles(folder, problems)) {
            String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
            CodeListFile.readOfConnector(name, file, problems).ifPresent(list -> lists.put(name, list));
        }
        return new CodeLists(canonical, Collections.unmodifiableMap(lists));
    }

    public boolean isCanonical(String list) {
        return canonical.containsKey(list);
    }

    public boolean hasCode(String canonicalList, String code) {
        CodeList list = canonical.get(canonicalList);
        return list != null && list.canonicalCodes().contains(code);
    }

    /** The codes of a canonical list in its order; empty when there is no such list. */
    public Set<String> codes(String canonicalList) {
        CodeList list = canonical.get(canonicalList);
        return list == null ? Set.of() : Collections.unmodifiableSet(list.canonicalCodes());
    }

    /** German text of a canonical code. */
    public Optional<String> text(String canonicalList, String code) {
        CodeList list = canonical.get(canonicalList);
        return list == null ? Optional.empty() : Optional.ofNullable(list.text(code));
    }

    /** Whether the code of a canonical list is an old one, which is taken and never given. */
    boolean isStockOnly(String canonicalList, String code) {
        CodeList list = canonicalList == null ? null : canonical.get(canonicalList);
        return list != null && list.isStockOnly(code);
    }

    public Set<String> canonicalNames() {
        return canonical.keySet();
    }

    public Set<String> connectorNames() {
        return ofConnector.keySet();
    }

    /** The canonical code that a tool's word means today, if the canonical list knows it. */
    public Optional<String> code(String canonicalList, String theirs, LocalDate today) {
        return Optional.ofNullable(canonical.get(canonicalList)).map(list -> list.in(theirs, today))
                .map(CodeList.Row::canonical);
    }

    /** A list of this name: the connector's where it has one. */
    Optional<CodeList> find(String name) {
        CodeList own = name == null ? null : ofConnector.get(name);
        return Optional.ofNullable(own != null || name == null ? own : canonical.get(name));
    }

    private static CodeList.Row builtIn(String code, String text) {
        return new CodeList.Row(code, code, text, null, null, 0);
    }

    private static CodeList fromClassPath(String name) {
        String resource = "/codelists/" + name + ".csv";
        try (InputStream in = CodeLists.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The class path lacks " + resource);
            }
            return CodeListFile.canonical(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new IllegalStateException("Cannot read " + resource, broken);
        }
    }

    private static List<Path> csvFiles(Path folder, List<Problem> problems) {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.getFileName().toString().endsWith(".csv")).sorted().toList());
        } catch (IOException broken) {
            problems.add(new Problem(TranslationProblem.CFG_LIST_FORMAT, Place.file(folder.toString()),
                    "The folder cannot be listed. Check its rights."));
            return List.of();
        }
    }
}
