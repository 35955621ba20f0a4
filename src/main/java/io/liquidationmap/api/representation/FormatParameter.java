package io.liquidationmap.api.representation;

import io.liquidationmap.api.query.Choice;
import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.server.NotAcceptableStatusException;

/// Which format a client wants: by the parameter `format`, or else by the `Accept` header.
public final class FormatParameter {

    /// The parameter of every endpoint that can answer with a table.
    public static final Parameter<Format> FORMAT = Parameter.optional(
            "format",
            Choice.of(Format.class),
            "csv",
            "How the answer is written. Wins over the Accept header, which decides when it is absent.");

    private FormatParameter() {}

    /// How to write an answer that can also be a table.
    ///
    /// @throws NotAcceptableStatusException if the client accepts neither
    public static Rendition read(Query query) {
        Format format = query.find(FORMAT);
        if (format != null) {
            return Rendition.of(format);
        }
        return query.isGiven(FORMAT)
                ? Rendition.JSON
                : Rendition.of(negotiate(query.accept(), EnumSet.allOf(Format.class)));
    }

    /// JSON, for an answer that is nothing else.
    ///
    /// @throws NotAcceptableStatusException if the client does not accept it
    public static Rendition json(Query query) {
        return Rendition.of(negotiate(query.accept(), EnumSet.of(Format.JSON)));
    }

    /// Refuses a client that does not want an answer which comes in one format only.
    ///
    /// @throws NotAcceptableStatusException if the client does not accept it
    public static void require(Query query, MediaType offered) {
        String accept = query.accept();
        if (accept != null && !accept.isBlank()) {
            mostWanted(accept, List.of(offered));
        }
    }

    private static Format negotiate(@Nullable String accept, Set<Format> offered) {
        if (accept == null || accept.isBlank() || accept.equals(MediaType.ALL_VALUE)) {
            return Format.JSON;
        }
        List<MediaType> types = offered.stream().map(Format::mediaType).toList();
        MediaType chosen = mostWanted(accept, types);
        return offered.stream()
                .filter(format -> format.mediaType().equals(chosen))
                .findFirst()
                .orElseThrow();
    }

    private static MediaType mostWanted(String accept, List<MediaType> offered) {
        for (MediaType wanted : mostWantedFirst(accept, offered)) {
            for (MediaType type : offered) {
                if (wanted.getQualityValue() > 0 && wanted.includes(type)) {
                    return type;
                }
            }
        }
        throw new NotAcceptableStatusException(offered);
    }

    private static List<MediaType> mostWantedFirst(String accept, List<MediaType> offered) {
        try {
            List<MediaType> wanted = MediaType.parseMediaTypes(accept);
            MimeTypeUtils.sortBySpecificity(wanted);
            return wanted;
        } catch (InvalidMediaTypeException e) {
            throw new NotAcceptableStatusException(offered);
        }
    }
}
