package de.kimhub.testing;

import java.lang.reflect.AnnotatedElement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * So that no worker waits for the other: of two, JUnit lets one begin at the front and the other at the back. In front are
 * the classes that take {@link StartsHub#LOG}, first those that take it for themselves, so that one worker has them all; at
 * the back are the longest of the others, so that none is left over to the end. No test depends on this order.
 */
public final class HubsFirst implements ClassOrderer {

    private static final List<String> LONGEST = List.of("DemoIT", "LinkingTest", "ReviewsTest", "UndoTest", "XmlSecurityTest",
            "SteeringWorkTest", "DraftCommandsTest", "ReleasesTest", "SumsOfAllTest", "YearOfFetchesTest");

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(Comparator.comparingInt(HubsFirst::place));
    }

    private static int place(ClassDescriptor type) {
        Optional<ResourceAccessMode> log = Stream.concat(Stream.of(type.getTestClass()),
                        Stream.of(type.getTestClass().getDeclaredMethods()))
                .flatMap(HubsFirst::logs).max(Comparator.comparing(mode -> mode == ResourceAccessMode.READ_WRITE));
        if (log.isPresent()) {
            return log.get() == ResourceAccessMode.READ_WRITE ? -2 : -1;
        }
        return LONGEST.indexOf(type.getTestClass().getSimpleName()) + 1;
    }

    private static Stream<ResourceAccessMode> logs(AnnotatedElement place) {
        return AnnotationSupport.findRepeatableAnnotations(place, ResourceLock.class).stream()
                .filter(lock -> lock.value().equals(StartsHub.LOG)).map(ResourceLock::mode);
    }
}
