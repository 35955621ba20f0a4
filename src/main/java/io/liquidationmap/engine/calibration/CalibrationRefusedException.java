package io.liquidationmap.engine.calibration;

/// A fit that must not be used. The message says why in words for a reader of `/api/status`: too little data, sweeps
/// of one side only, or a fit that does not settle.
public final class CalibrationRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    CalibrationRefusedException(String reason) {
        super(reason);
    }
}
