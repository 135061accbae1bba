package de.kimhub.runtime.transport;

import de.kimhub.delivery.TransportException;
import de.kimhub.runtime.RuntimeProblem;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A circuit breaker per recipient. It opens when the recipient cannot be reached; a delivery that was refused says
 * nothing about the next one.
 */
@Component
class Breakers {

    private static final Set<String> UNREACHABLE =
            Set.of(RuntimeProblem.RECIPIENT_UNREACHABLE.code(), RuntimeProblem.FOLDER_UNUSABLE.code());

    private final CircuitBreakerRegistry registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
            .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
            .slidingWindowSize(6)
            .minimumNumberOfCalls(3)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(10))
            .permittedNumberOfCallsInHalfOpenState(1)
            .recordException(error -> error instanceof TransportException failure
                    && UNREACHABLE.contains(failure.code()))
            .build());

    /** Of a way that is gone, or leads elsewhere from now on. */
    void forget(Way way) {
        registry.remove(way.toString());
    }

    /** Ways that are not tried for a while. */
    List<String> open() {
        return registry.getAllCircuitBreakers().stream().filter(breaker -> breaker.getState() != State.CLOSED)
                .map(CircuitBreaker::getName).sorted().toList();
    }

    int count() {
        return registry.getAllCircuitBreakers().size();
    }

    CircuitBreaker of(Way way) {
        return registry.circuitBreaker(way.toString());
    }
}
