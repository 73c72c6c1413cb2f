# Short: each line calls the tools' own commands. README.md says what they are for.
.PHONY: run platform test check bench slow tune types package

run:            ## build, set up the demo, open the window
	@scripts/run.sh

platform:       ## the platform alone, on loopback
	@scripts/run.sh platform

test:           ## everything that CI runs; installs what is missing
	@scripts/test.sh

check:          ## the fast part: formats, lints, types, unit tests
	@scripts/check.sh

slow:           ## a desk's p95 before and beside 1,000 slow connections
	cargo run --quiet --profile $${PROFILE:-dev} -p stories --bin slow

tune:           ## make the reply check's model from the labelled replies
	cargo test --quiet --release -p domain --lib the_model_is_made -- --ignored

types:          ## write the window's types from the desk's
	cargo test --quiet -p desk --test types

bench:          ## measure; writes target/bench/report.json
	@scripts/bench.sh

package:        ## the installable packages
	scripts/need.sh
	scripts/interface.sh
	npx --yes @tauri-apps/cli@2.12.5 build
