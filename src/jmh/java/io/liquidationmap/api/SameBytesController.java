package io.liquidationmap.api;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The least a handler can do: the bytes it was given.
@RestController
class SameBytesController {

    private volatile byte[] bytes = new byte[0];

    void answerWith(byte[] answer) {
        bytes = answer;
    }

    @GetMapping("/same-bytes")
    ResponseEntity<byte[]> sameBytes() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(bytes);
    }
}
