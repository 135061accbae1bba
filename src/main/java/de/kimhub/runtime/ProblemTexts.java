package de.kimhub.runtime;

import de.kimhub.delivery.ProblemCatalogue;
import de.kimhub.message.ProblemCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The problem codes of all modules: every enum that implements {@link ProblemCode}. Their names tell them from the rest. */
@Component
class ProblemTexts implements ProblemCatalogue {

    private static final String CLASS_FILES = "**/*Problem*.class";

    private final Map<String, ProblemCode> byCode = new HashMap<>();

    ProblemTexts() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.setResourcePattern(CLASS_FILES);
        scanner.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
        for (BeanDefinition found : scanner.findCandidateComponents("de.kimhub")) {
            Class<?> type = ClassUtils.resolveClassName(found.getBeanClassName(), getClass().getClassLoader());
            if (type.isEnum()) {
                for (Object constant : type.getEnumConstants()) {
                    add((ProblemCode) constant);
                }
            }
        }
    }

    private void add(ProblemCode problem) {
        ProblemCode other = byCode.putIfAbsent(problem.code(), problem);
        if (other != null) {
            throw new IllegalStateException("The code " + problem.code() + " is given twice: " + other.getClass()
                    + " and " + problem.getClass());
        }
    }

    @Override
    public Optional<ProblemCode> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
