package de.kimhub.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * On tests that start a whole hub: each sets where the log of this JVM goes. Who has to read the log of its own hub takes
 * {@link #LOG} for itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock(value = StartsHub.LOG, mode = ResourceAccessMode.READ)
public @interface StartsHub {

    String LOG = "the log of this JVM";
}
