extension Intent {
  /// What the same shops say to customers who write English.
  static let english = list(
    """
    English Greeting Welcome - hello,greeting welcome
      Hello, this is <agent>. How can I help you with the <item> today?
    English Shipping When_will_it_ship - dispatch,delivery ship
      Your <item> is packed in the order of payment; we send you the tracking number as it leaves.
    English Shipping Tracking_number - parcel,where track
      Parcel <waybill> has left our warehouse, model <sku>. The carrier's page shows every step.
    English Shipping Change_of_address - address,move address
      We can still change the address of order {{order}}. Please send the full new address.
    English Returns Return_policy - send_back,refund return
      You may return the <item> unused and in its box. Open the order page and choose Return.
    English Returns Wrong_item_received - mistake,exchange wrong
      I am sorry about the mix-up. Could you send me a photo of the label? It should read <sku>.
    English Refunds Refund_status - money,bank refund
      The refund for the <item> goes back the way you paid; the bank decides when it shows.
    English Offers Discount_code - coupon,voucher discount
      Orders above <price> get <number> off with the code on our front page, once per account.
    English Product Warranty - repair,broken warranty
      The <item> (<sku>) is covered by our warranty. Please describe what happened.
    English Complaints Apology - sorry,complaint sorry
      I understand how annoying this is, and I will stay with it until it is solved.
    """)
}
