package io.liquidationmap.alerts.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves to a receiver who sent a message, and when: HMAC-SHA256 (RFC 2104) over the time, a full stop and the body.
final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /// `t=<epoch seconds>,v1=<hexadecimal>`; further schemes would follow with other names.
    static String of(Instant time, String body, String secret) {
        long seconds = time.getEpochSecond();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] code = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(code);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256, for any key", e);
        }
    }
}
