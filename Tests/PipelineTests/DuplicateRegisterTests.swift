import Testing

@testable import Pipeline

@Suite struct DuplicateRegisterTests {
  @Test func anEarlierInputTakesTheClaimOfALaterOne() {
    let register = DuplicateRegister()
    #expect(register.claim("hash", for: 5))
    #expect(register.claim("hash", for: 2))
    #expect(register.first("hash") == 2)
  }

  @Test func aLaterInputIsADuplicate() {
    let register = DuplicateRegister()
    #expect(register.claim("hash", for: 2))
    #expect(!register.claim("hash", for: 5))
    #expect(register.claim("other", for: 5))
  }
}
