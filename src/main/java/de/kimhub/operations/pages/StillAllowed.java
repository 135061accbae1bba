package de.kimhub.operations.pages;

import de.kimhub.operations.account.Account;
import de.kimhub.operations.account.Accounts;
import de.kimhub.operations.account.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session whose account was locked, reset or changed since it began, and leads to the change of a generated
 * password before anything else is open.
 */
@Component
class StillAllowed extends OncePerRequestFilter {

    private static final String PASSWORD_PAGE = "/konto/passwort";

    private final Accounts accounts;

    StillAllowed(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Within the security rules only. */
    @Bean
    static FilterRegistrationBean<StillAllowed> notByItself(StillAllowed filter) {
        FilterRegistrationBean<StillAllowed> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return path.startsWith("/kern/") || path.startsWith("/stil/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn who)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Account> account = accounts.find(who.account())
                .filter(now -> !now.locked() && now.version() == who.version());
        if (account.isEmpty()) {
            SecurityContextHolder.clearContext();
            Optional.ofNullable(request.getSession(false)).ifPresent(jakarta.servlet.http.HttpSession::invalidate);
            response.sendRedirect("/anmelden?abgelaufen");
        } else if (account.get().mustChange() && !request.getServletPath().equals(PASSWORD_PAGE)) {
            response.sendRedirect(PASSWORD_PAGE);
        } else {
            chain.doFilter(request, response);
        }
    }
}
