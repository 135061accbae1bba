package de.kimhub.operations.pages;

import de.kimhub.operations.account.Role;
import de.kimhub.operations.account.SignIn;
import de.kimhub.operations.account.SignedIn;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signing in with an account of the hub's own. */
@Component
class AccountProvider implements AuthenticationProvider {

    private final SignIn signIn;

    AccountProvider(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String password = attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        return signIn.attempt(attempt.getName(), password).map(account -> token(account.signedIn()))
                .orElseThrow(() -> new BadCredentialsException("sign-in failed"));
    }

    static Authentication token(SignedIn who) {
        List<SimpleGrantedAuthority> may = who.roles().stream().map(Role::code).map(SimpleGrantedAuthority::new).toList();
        return UsernamePasswordAuthenticationToken.authenticated(who, null, may);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
