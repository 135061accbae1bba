package de.kimhub.reference;

import de.kimhub.message.ProblemCode;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every code, what it means and what to do about it. */
final class CodeTable {

    private CodeTable() {
    }

    static String write() {
        StringBuilder text = new StringBuilder("""
                Every message ends in a code. XInneres is the nearest code of `urn:de:xinneres:codeliste:fehlercodes`, as it
                stands in acknowledgements.

                """);
        text.append(Markdown.header("code", "was es heißt und was zu tun ist", "XInneres"));
        codes().values().forEach(code -> text.append(Markdown.row(Markdown.code(code.code()), code.germanText(),
                code.xinneresCode())));
        return text.toString();
    }

    static SortedMap<String, ProblemCode> codes() {
        SortedMap<String, ProblemCode> codes = new TreeMap<>();
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
        scanner.findCandidateComponents("de.kimhub").forEach(found -> {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), null);
            if (type.isEnum()) {
                Arrays.stream(type.getEnumConstants()).map(ProblemCode.class::cast)
                        .forEach(code -> codes.put(code.code(), code));
            }
        });
        return codes;
    }
}
